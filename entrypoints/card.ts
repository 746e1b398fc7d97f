/** Brought to a page with mentions once they are painted: what draws cards. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { placePart } from '../src/extension/isolated-world.ts';
import { type CreateCardView, createCardView } from '../src/page/card-view.tsx';

export default defineUnlistedScript(() => {
  placePart('card', createCardView satisfies CreateCardView);
});
