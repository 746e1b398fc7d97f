/** The session's ear for a side panel: while one is connected, it is told what the reader reads. */
import type { FollowedMention } from '../core/followed-mention.ts';
import { answerLines } from './bare-browser.ts';
import { PANEL_PORT, type PanelMessage } from './panel-message.ts';

type Follow = (
  onMention: (mention: FollowedMention | undefined) => void,
  signal: AbortSignal,
) => void;

/** Answer panels of our own extension until the signal aborts; then they are hung up. */
export function answerPanel(follow: Follow, signal: AbortSignal): void {
  answerLines(
    PANEL_PORT,
    (send, line) =>
      follow((mention) => {
        const message: PanelMessage = mention ? { type: 'mention', mention } : { type: 'none' };
        send(message);
      }, line),
    signal,
  );
}
