/** Where a rewrite can only be copied: told apart from the editors that can be written in. No schema is loaded for it. */
import type { CopyOnlyKind, EditorKind } from './capture.ts';

const NAMES: Record<CopyOnlyKind, string> = { elementor: 'Elementor', divi: 'Divi', wpbakery: 'WPBakery', field: '' };

/** The page builder's own name, `''` for a plain field, null where the editor can be written in. */
export function copyOnlyName(editor: EditorKind): string | null {
  return editor in NAMES ? NAMES[editor as CopyOnlyKind] : null;
}
