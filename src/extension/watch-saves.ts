/**
 * Saving may fail: a device's storage can be too full even for a switch. What was stored stays as it
 * is, and whoever shows it draws it again, for what was pressed shows otherwise.
 */

/** Takes what is being saved; calls back with whether it was. */
export function watchSaves(onEnd: (isSaved: boolean) => void): (saving: Promise<unknown>) => void {
  return (saving) => {
    const fail = (error: unknown): void => {
      console.warn('Bakteppe: could not be saved', error);
      onEnd(false);
    };
    saving.then(() => onEnd(true), fail);
  };
}
