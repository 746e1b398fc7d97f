import { describe, expect, test } from 'vitest';
import { judgePage, type PageSignals } from '../../src/core/judge-page.ts';

const NOTHING: PageSignals = {
  schemaTypes: [],
  ogType: undefined,
  metaNames: [],
  path: '/',
  hasPublishedTime: false,
  hasByline: false,
  timeElements: 0,
  articleElements: 0,
  linkedHeadings: 0,
  headlineLinks: 0,
  paragraphChars: 0,
  codeBlocks: 0,
  editors: 0,
  hasPrice: false,
  newsSections: 0,
};

describe('news', () => {
  const pages: [string, Partial<PageSignals>][] = [
    ['an article that says so', { schemaTypes: ['NewsArticle'], paragraphChars: 3000 }],
    ['a live blog', { schemaTypes: ['LiveBlogPosting'], paragraphChars: 900, timeElements: 40 }],
    [
      'an article with semantic markup only',
      {
        articleElements: 1,
        timeElements: 1,
        hasByline: true,
        paragraphChars: 3000,
        path: '/utenriks/2024/06/20/sak',
        newsSections: 5,
      },
    ],
    ['the front of a news site', { linkedHeadings: 40, newsSections: 8, timeElements: 30 }],
    [
      'an old article with open graph only',
      {
        ogType: 'article',
        metaNames: ['article:published_time'],
        hasPublishedTime: true,
        hasByline: true,
        paragraphChars: 2500,
      },
    ],
  ];
  test.each(pages)('%s', (_name, signals) => {
    expect(judgePage({ ...NOTHING, ...signals })).toMatchObject({ isNews: true });
  });
});

describe('not news', () => {
  const pages: [string, Partial<PageSignals>][] = [
    ['an empty page', {}],
    ['a shop', { schemaTypes: ['Product'], hasPrice: true, paragraphChars: 1200 }],
    [
      'a blog post about code',
      {
        ogType: 'article',
        hasPublishedTime: true,
        hasByline: true,
        paragraphChars: 4000,
        codeBlocks: 6,
      },
    ],
    [
      'a blog post that says so',
      {
        schemaTypes: ['BlogPosting'],
        ogType: 'article',
        hasPublishedTime: true,
        hasByline: true,
        paragraphChars: 4000,
      },
    ],
    ['web mail', { editors: 1, timeElements: 30, linkedHeadings: 30 }],
    ['a page of text', { paragraphChars: 8000, articleElements: 1 }],
  ];
  test.each(pages)('%s', (_name, signals) => {
    expect(judgePage({ ...NOTHING, ...signals })).toMatchObject({ isNews: false });
  });
});

test('the reasons come strongest first', () => {
  const { reasons } = judgePage({
    ...NOTHING,
    schemaTypes: ['NewsArticle'],
    hasByline: true,
    paragraphChars: 2000,
  });
  expect(reasons[0]).toBe('news-type');
});
