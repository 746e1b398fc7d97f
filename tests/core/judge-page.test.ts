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
  hasNewsName: false,
  hasOtherName: false,
  newsSections: 0,
  pressLinks: 0,
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
    [
      'an article without any metadata, in a weekly that sells subscriptions',
      { pressLinks: 3, timeElements: 1, hasByline: true, paragraphChars: 2500 },
    ],
    [
      'the front of a site with a newspaper’s name and sections of its own',
      { hasNewsName: true, linkedHeadings: 40, timeElements: 12, path: '/' },
    ],
    [
      'a newspaper’s page that declares a blog post',
      {
        schemaTypes: ['BlogPosting'],
        metaNames: ['cxenseparse:pageclass'],
        hasNewsName: true,
        hasPublishedTime: true,
        newsSections: 6,
        linkedHeadings: 20,
        paragraphChars: 3000,
      },
    ],
    ['the front of a news site', { linkedHeadings: 40, newsSections: 8, timeElements: 30 }],
    [
      'an article with open graph only, of a site with a newspaper’s name',
      {
        ogType: 'article',
        hasNewsName: true,
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
    [
      'a blog post with open graph that keeps its kind to itself',
      {
        ogType: 'article',
        metaNames: ['article:published_time'],
        hasPublishedTime: true,
        hasByline: true,
        paragraphChars: 6000,
        path: '/2024/06/20/my-week',
      },
    ],
    [
      'a weblog that is called news',
      {
        hasNewsName: true,
        hasOtherName: true,
        hasPublishedTime: true,
        hasByline: true,
        headlineLinks: 60,
        paragraphChars: 3000,
        path: '/news/2024/',
      },
    ],
    ['a page of search results', { hasOtherName: true, linkedHeadings: 20, timeElements: 20 }],
    ['a wiki', { hasOtherName: true, paragraphChars: 20_000, headlineLinks: 90 }],
    ['a social feed', { hasOtherName: true, articleElements: 20, timeElements: 20 }],
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
