/** Pages of three frameworks, rendered here as a server would and bundled for the browser. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from 'svelte';
import { compile } from 'svelte/compiler';
import { render as renderSvelte } from 'svelte/server';
import { build, type Plugin } from 'vite';
import { ROOT } from '../../src/tools/read-data.ts';
import { type Story, tellStory } from '../fixtures/frameworks/story.ts';

const FOLDER = join(ROOT, 'tests', 'fixtures', 'frameworks');
export const FRAMEWORKS = ['react', 'vue', 'svelte'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

export interface FrameworkPage {
  readonly html: string;
  /** Served as "/<framework>.js". */
  readonly script: string;
}

/** Compiles Svelte components for the browser. */
const sveltePlugin: Plugin = {
  name: 'svelte-components',
  transform(code, id) {
    if (!id.endsWith('.svelte')) return undefined;
    const { js } = compile(code, { filename: id, generate: 'client', dev: true });
    return { code: js.code, map: null };
  },
};

async function bundle(framework: Framework): Promise<string> {
  const output = await build({
    configFile: false,
    root: ROOT,
    mode: 'development',
    logLevel: 'error',
    plugins: [sveltePlugin],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true',
    },
    // With the compiler of templates.
    resolve: { alias: { vue: 'vue/dist/vue.esm-bundler.js' }, conditions: ['browser'] },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(FOLDER, `${framework}-client.js`),
        formats: ['iife'],
        name: 'app',
      },
    },
  });
  const [{ output: files } = { output: [] }] = [output].flat() as {
    output: { type: string; code?: string }[];
  }[];
  const script = files.find(({ type }) => type === 'chunk')?.code;
  if (!script) throw new Error(`no script for ${framework}`);
  return script;
}

async function render(framework: Framework): Promise<string> {
  const first = tellStory().next().value;
  if (framework === 'svelte') {
    return around(framework, renderSvelte(await svelteOnServer(), { props: { first } }).body);
  }
  const server = (await import(join(FOLDER, `${framework}-server.js`))) as {
    render: (story: Story) => string | Promise<string>;
  };
  const html = await server.render(first);
  // React renders the whole document.
  return framework === 'react' ? `<!doctype html>${html}` : around(framework, html);
}

/** The component as a server has it. */
async function svelteOnServer(): Promise<Component<{ first: Story }>> {
  const path = join(FOLDER, 'SvelteApp.svelte');
  const { js } = compile(await readFile(path, 'utf8'), { filename: path, generate: 'server' });
  const code = js.code.replace(
    /'(svelte\/[\w/]+)'/g,
    (_, name) => `'${import.meta.resolve(name)}'`,
  );
  const module = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`
  );
  return module.default;
}

function around(framework: Framework, app: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The visit</title></head>
<body><div id="app">${app}</div><script src="/${framework}.js"></script></body></html>`;
}

export async function buildFrameworkPage(framework: Framework): Promise<FrameworkPage> {
  const [html, script] = await Promise.all([render(framework), bundle(framework)]);
  return { html, script };
}
