/** How mentions look, with a sample that is painted as a page would be. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { langAttribute } from '../core/language-name.ts';
import type { EntityId } from '../core/model.ts';
import { Choices } from './Choices.tsx';
import type { SettingsProps } from './Options.tsx';

interface LookProps extends SettingsProps {
  readonly onPreview: (element: HTMLElement) => void;
}

/** The sample's own names for the entities, short for those who translate it. */
const SAMPLE_ENTITIES: Readonly<Record<string, EntityId>> = {
  kim: 'kim-jong-un',
  putin: 'vladimir-putin',
  treaty: 'partnership-treaty',
};

export function OptionsLook(props: LookProps) {
  const { strings, settings, onPiece } = props;
  return (
    <section class="group">
      <h2>{strings['options.look']}</h2>
      <Preview {...props} />
      <Choices
        title={strings['options.strength']}
        value={settings.strength}
        choices={[
          { value: 'first', label: strings['options.strengthFirst'] },
          { value: 'all', label: strings['options.strengthAll'] },
        ]}
        onChoose={(strength) => onPiece('strength', strength)}
      />
      <Choices
        title={strings['options.ground']}
        value={settings.ground}
        choices={[
          { value: 'none', label: strings['options.groundNone'] },
          { value: 'light', label: strings['options.groundLight'] },
          { value: 'strong', label: strings['options.groundStrong'] },
        ]}
        onChoose={(ground) => onPiece('ground', ground)}
      />
      <Choices
        title={strings['options.marking']}
        value={settings.painter}
        choices={[
          {
            value: 'automatic',
            label: strings['options.highlight'],
            help: strings['options.highlightHelp'],
          },
          { value: 'marks', label: strings['options.marks'], help: strings['options.marksHelp'] },
        ]}
        onChoose={(painter) => onPiece('painter', painter)}
      />
    </section>
  );
}

function Preview({ strings, lang, settings, onPreview }: LookProps) {
  const element = useRef<HTMLParagraphElement>(null);
  const { strength, ground, painter } = settings;
  // Painted anew when one of these changes.
  useLayoutEffect(() => {
    if (element.current) onPreview(element.current);
  }, [strength, ground, painter]);
  return (
    <p class="preview" ref={element} lang={langAttribute(lang)}>
      {strings['options.sample'].split(/(\[\w+:[^\]]*\])/).map((part) => {
        const [, name = '', words] = /^\[(\w+):([^\]]*)\]$/.exec(part) ?? [];
        const entity = SAMPLE_ENTITIES[name];
        return entity ? <span data-entity={entity}>{words}</span> : part;
      })}
    </p>
  );
}
