/** Where nothing can be inserted safely: the text of a page builder, or of the plain field in use. Read to be copied. */
import type { Block } from '../article/block.ts';
import type { CopyOnlyKind, PageCapture } from '../article/capture.ts';
import { answered } from './answered.ts';
import { blocksOf } from './blocks-of.ts';
import { classicPost, control } from './classic-post.ts';
import { readText } from './classic-text-read.ts';
import { EditorFailure } from './editor.ts';
import type { EditorAnswer } from './editor-protocol.ts';
import { page, type PostSelectors } from './page-globals.ts';
import { pageBuilder } from './page-builder.ts';
import { readNodes } from './read-dom.ts';
import { readRange } from './visual-range.ts';
import { hasText } from './weight.ts';

type Text = Pick<PageCapture, 'scope' | 'blocks'>;

/** What a visitor reads in the builder's own view, its handles left out. */
const SHOWN: Record<Exclude<CopyOnlyKind, 'field'>, string> = {
  elementor: '.elementor-widget-heading, .elementor-widget-text-editor',
  divi: '.et_pb_text_inner, .et_pb_module_header',
  wpbakery: '.wpb_text_column .wpb_wrapper, .vc_custom_heading',
};
const HANDLES = '[class*="-overlay"], .vc_controls, .et-fb-module-button-wrap, .et-vb-module-button-wrap';
const BUILDER_TAG = /\[\/?(?:vc|et_pb)_[^\]]*\]/g;
const NO_FIELDS = { title: null, slug: null, excerpt: null, tags: null, seoTitle: null, metaDescription: null, keyphrase: null };

/** Never rejects. */
export function captureToCopy(): Promise<EditorAnswer> {
  return answered(() => {
    const builder = pageBuilder();
    const found = builder ? (selection() ?? shownText(builder) ?? storedText()) : fieldText();
    if (!found) throw new EditorFailure(builder ? 'nothing_to_rewrite' : 'not_editor');
    const { scope, blocks } = found;
    const post = classicPost();
    const parameters = new URLSearchParams(location.search);
    const capture: PageCapture = {
      editor: builder ?? 'field',
      scope,
      blocks,
      ...post,
      postId: Number(parameters.get('post') ?? parameters.get('post_id')) || post.postId,
      language: document.documentElement.lang || null,
      pageUrl: location.href.replace(/#.*$/, ''),
      fields: NO_FIELDS,
      seoPlugin: null,
      handle: { kind: 'post' },
      fingerprint: '',
    };
    return Promise.resolve({ kind: 'captured', capture });
  });
}

/** This page and the frames that it may look into: a builder's view is one of them. */
function documents(): Document[] {
  const frames = [...document.querySelectorAll('iframe')].flatMap((frame) => frame.contentDocument ?? []);
  return [document, ...frames];
}

function selection(): Text | null {
  for (const { getSelection } of documents().map((doc) => doc.defaultView ?? globalThis)) {
    const selected = getSelection();
    if (selected && !selected.isCollapsed)
      return text(
        'blocks',
        blocksOf((sink) => readRange(selected.getRangeAt(0), sink)),
      );
  }
  return null;
}

function shownText(builder: CopyOnlyKind): Text | null {
  if (builder === 'field') return null;
  const shown = documents().flatMap((doc) => [...doc.querySelectorAll(SHOWN[builder])]);
  const copies = shown.map((element) => {
    const copy = element.cloneNode(true) as Element;
    for (const handle of copy.querySelectorAll(HANDLES)) handle.remove();
    return copy;
  });
  return text('post', readAll(copies));
}

/** The post's content as WordPress's own editor beneath holds it, the builder's tags taken out. */
function storedText(): Text | null {
  const post = page.wp?.data?.select('core/editor') as PostSelectors | undefined;
  const content = post?.getCurrentPostId?.() ? post.getEditedPostContent() : control('textarea#content')?.value;
  return text('post', textBlocks((content ?? '').replace(BUILDER_TAG, '\n\n')));
}

/** The field in use on a page of WordPress, but none of the dashboard's Quick Draft, which is no article. */
function fieldText(): Text | null {
  const field = documents()
    .map((doc) => doc.activeElement)
    .find((element) => element instanceof Element && !element.matches('body, iframe'));
  if (!field || !document.querySelector('body.wp-admin, #wpadminbar') || field.closest('#quick-press')) return null;
  if (field instanceof HTMLTextAreaElement) {
    const { value, selectionStart, selectionEnd } = field;
    const selected = value.slice(selectionStart, selectionEnd);
    return selected.trim() ? text('blocks', textBlocks(selected)) : text('post', textBlocks(value));
  }
  return (field as HTMLElement).isContentEditable ? (selection() ?? text('post', readAll(field.childNodes))) : null;
}

function readAll(nodes: Iterable<Node>): Block[] {
  return blocksOf((sink) => readNodes(nodes, sink));
}

function textBlocks(value: string): Block[] {
  return blocksOf((sink) => readText(value, sink));
}

function text(scope: Text['scope'], blocks: Block[]): Text | null {
  // What is no text has nowhere to go back to.
  const read = blocks.filter((block) => block.kind !== 'kept');
  return hasText(read) ? { scope, blocks: read } : null;
}
