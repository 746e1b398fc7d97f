import { afterEach, describe, expect, test } from 'vitest';
import { ageInWords, ageOf, monthInWords } from '../../src/core/age.ts';

describe('age in whole years and months', () => {
  test.each([
    ['2024-06', '2026-11-24', 2, 5],
    ['2024-06', '2024-06-30', 0, 0],
    ['2024-06', '2025-05-31', 0, 11],
    ['2024-06', '2025-06-01', 1, 0],
    ['2024-06', '2023-01-01', 0, 0],
    ['June', '2025-06-01', 0, 0],
  ])('%s at %s', (date, now, years, months) => {
    expect(ageOf(date, now)).toEqual({ years, months });
  });
});

test.each([
  ['en', 2, 5, '2 years and 5 months'],
  ['en', 1, 0, '1 year'],
  ['nb', 2, 5, '2 år og 5 måneder'],
  ['ru', 2, 5, '2 года и 5 месяцев'],
  ['en', 0, 0, '0 months'],
])('%s: %i years, %i months', (lang, years, months, words) => {
  expect(ageInWords({ years, months }, lang)).toBe(words);
});

test.each([
  ['en', '2024-06', 'June 2024'],
  ['nb', '2024-06-19', 'juni 2024'],
  ['en', 'soon', 'soon'],
])('month in %s', (lang, date, words) => {
  expect(monthInWords(date, lang)).toBe(words);
});

describe('where the browser has no locale data for a language', () => {
  const real = Intl.DateTimeFormat.supportedLocalesOf;
  afterEach(() => {
    Intl.DateTimeFormat.supportedLocalesOf = real;
  });
  test('Nynorsk is formatted as Bokmål but for its own word for months', () => {
    Intl.DateTimeFormat.supportedLocalesOf = () => [];
    expect(ageInWords({ years: 2, months: 5 }, 'nn')).toBe('2 år og 5 månader');
    expect(ageInWords({ years: 0, months: 1 }, 'nn')).toBe('1 månad');
    expect(monthInWords('2024-06', 'nn')).toBe('juni 2024');
  });
});
