/** An entity's name, with that of its own script behind it where that is another. */
import type { CardContent } from '../core/card-content.ts';
import { langAttribute } from '../core/language-name.ts';

export function EntityName({ entity, lang }: Pick<CardContent, 'entity' | 'lang'>) {
  const { label, original } = entity;
  return (
    <>
      {label}
      {original && original.lang !== lang && (
        <>
          {' '}
          <span class="original" lang={langAttribute(original.lang)} dir="ltr">
            {original.text}
          </span>
        </>
      )}
    </>
  );
}
