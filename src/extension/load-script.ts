/** A script of ours that is no module, for a page of our own: the files that pages of the web get. */

const loads = new Map<string, Promise<void>>();

/** Bring it, once. @throws if there is no such file. */
export function loadScript(path: string): Promise<void> {
  const loading = loads.get(path) ?? load(path);
  loads.set(path, loading);
  return loading;
}

function load(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = path;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`no script ${path}`));
    document.head.append(script);
  });
}
