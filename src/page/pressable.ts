import { closestTo } from './composed.ts';

/** What takes a tap or a click for itself. */
const PRESSABLE = 'a[href], button, summary, label, [role="button"], [role="link"], [onclick]';

/** Is the node, or something around it, meant to be pressed? */
export function isPressable(node: EventTarget | null): boolean {
  return node instanceof Node && closestTo(node, PRESSABLE) !== null;
}

/** What an event is about: inside open shadow roots the element itself, of closed ones the host. */
export function targetOf(event: Event): EventTarget | null {
  return event.composedPath()[0] ?? event.target;
}
