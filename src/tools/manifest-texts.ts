/**
 * What the browser itself shows of us, in its own language: `_locales/` messages, made
 * from `data/interface/` when the extension is built.
 *
 * Browsers name some languages otherwise than we do. Chromium takes Norwegian under its
 * own "nb" and, as its store writes it, "no"; Chinese and Portuguese only with a region.
 * It skips folders it does not know, Firefox falls back from "nb_NO" to "nb".
 */
import type { StringKey, Strings } from '../core/strings.ts';

export const DEFAULT_LOCALE = 'en';

/** The strings the manifest refers to. */
export const MANIFEST_KEYS = [
  'manifest.description',
  'command.next',
  'command.previous',
  'command.open',
  'command.toggle',
] as const satisfies readonly StringKey[];
type ManifestKey = (typeof MANIFEST_KEYS)[number];

const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  nb: ['nb', 'no'],
  pt: ['pt_BR', 'pt_PT'],
  zh: ['zh_CN'],
};

/** A string's place in the manifest: "__MSG_command_next__". Message names hold no dots. */
export function manifestText(key: ManifestKey): string {
  return `__MSG_${messageName(key)}__`;
}

/** Files for the build: the manifest's strings in every language of the interface. */
export function localeFiles(
  strings: Readonly<Record<string, Strings>>,
): { contents: string; relativeDest: string }[] {
  return Object.entries(strings).flatMap(([lang, own]) => {
    const messages = MANIFEST_KEYS.map((key) => [messageName(key), { message: own[key] }]);
    const contents = `${JSON.stringify(Object.fromEntries(messages), null, 2)}\n`;
    const folders = FOLDERS[lang] ?? [lang];
    return folders.map((folder) => ({
      contents,
      relativeDest: `_locales/${folder}/messages.json`,
    }));
  });
}

function messageName(key: ManifestKey): string {
  return key.replaceAll('.', '_');
}
