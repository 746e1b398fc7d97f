/**
 * Saving may fail: a device's storage can be too full even for a switch. What was stored stays as it
 * is, and whoever shows it draws it again, for what was pressed shows otherwise.
 */

/**
 * Takes what is being saved, and answers whether it was. Calls back where it was not, and when something
 * is saved again after that. Of all else the storage tells: who drew at once would draw the old.
 */
export function watchSaves(
  onChange: (isUnsaved: boolean) => void = () => undefined,
): (saving: Promise<unknown>) => Promise<boolean> {
  let wasUnsaved = false;
  return async (saving) => {
    const isUnsaved = await saving.then(
      () => false,
      (error) => {
        console.warn('Bakteppe: could not be saved', error);
        return true;
      },
    );
    if (isUnsaved || wasUnsaved) onChange(isUnsaved);
    wasUnsaved = isUnsaved;
    return !isUnsaved;
  };
}
