/**
 * Page builders that own the article: they write the post's content anew from their own data, so what is inserted into
 * WordPress's editor beneath them is lost or breaks their layout. Known by their own elements, in their own editor and
 * on WordPress's edit screen of a post that is theirs. Identifiers read on 2026-11-24 in Elementor's sources and in
 * public add-ons for Divi 4/5 and WPBakery (both closed).
 */
import type { CopyOnlyKind } from '../article/capture.ts';

const SIGNS: [builder: CopyOnlyKind, selector: string][] = [
  ['elementor', '#elementor-preview-iframe,body.elementor-editor-active'],
  ['divi', '#et-fb-app,body.et-fb,#et_pb_use_builder[value=on]'],
  ['wpbakery', '#vc_inline-frame,body.vc_editor,#wpb_vc_js_status[value=true]'],
];

export function pageBuilder(): CopyOnlyKind | null {
  return SIGNS.find(([, selector]) => document.querySelector(selector))?.[0] ?? null;
}
