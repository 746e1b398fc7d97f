/** Hears what the reader does and the browser says, and nothing that a page's script made up (docs/adr/0050). */
export function onTrusted<E extends Event>(
  target: EventTarget | null | undefined,
  type: string,
  listener: (event: E) => void,
  options: AddEventListenerOptions,
): void {
  target?.addEventListener(
    type,
    (event) => {
      if (event.isTrusted) listener(event as E);
    },
    options,
  );
}
