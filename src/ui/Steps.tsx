/** To the mention before and to the next one. */
import type { PopupStrings } from '../core/strings.ts';

interface StepsProps {
  readonly strings: Pick<PopupStrings, 'popup.previous' | 'popup.next'>;
  readonly onStep: (command: 'next' | 'previous') => void;
}

export function Steps({ strings, onStep }: StepsProps) {
  return (
    <>
      <button type="button" class="step" onClick={() => onStep('previous')}>
        {strings['popup.previous']}
      </button>
      <button type="button" class="step" onClick={() => onStep('next')}>
        {strings['popup.next']}
      </button>
    </>
  );
}
