/**
 * What WordPress and TinyMCE put on the page's global object, as far as it is used here. Nothing of it is certain:
 * an editor is used only after `detect-editor.ts` has found what it needs.
 */

/** A block of the block editor's store. Rich text is a string up to WordPress 6.4, an object since 6.5. */
export interface WpBlock {
  clientId: string;
  name: string;
  attributes: Record<string, unknown>;
  innerBlocks: WpBlock[];
}

export interface SelectionEdge {
  clientId?: string;
  attributeKey?: string;
  offset?: number;
}

export interface BlockEditorSelectors {
  getBlocks(rootClientId?: string): WpBlock[];
  getBlock(clientId: string): WpBlock | null;
  getBlockRootClientId(clientId: string): string | null;
  getSelectedBlockClientIds(): string[];
  getSelectionStart(): SelectionEdge;
  getSelectionEnd(): SelectionEdge;
  canRemoveBlock(clientId: string, rootClientId?: string): boolean;
  canInsertBlockType(name: string, rootClientId?: string | null): boolean;
}

export interface PostSelectors {
  getCurrentPostId(): number | string | null;
  getCurrentPostType(): string | null;
  getEditedPostAttribute(name: string): unknown;
  getEditedPostContent(): string;
  isPostLocked?(): boolean;
  getPostLockUser?(): { name?: string } | null;
  getEditorMode?(): string;
}

export interface RichTextValue {
  text: string;
}

export interface PageGlobals {
  wp?: {
    data?: {
      select(store: string): unknown;
      dispatch(store: string): unknown;
    };
    blocks?: {
      createBlock(name: string, attributes?: Record<string, unknown>, innerBlocks?: WpBlock[]): WpBlock;
      cloneBlock(block: WpBlock, attributes?: Record<string, unknown>): WpBlock;
      parse(content: string): WpBlock[];
      serialize(blocks: WpBlock[]): string;
      __unstableSerializeAndClean?(blocks: WpBlock[]): string;
    };
    richText?: {
      create(from: { html: string; preserveWhiteSpace?: boolean }): RichTextValue;
      slice(value: RichTextValue, start: number, end?: number): RichTextValue;
      toHTMLString(value: { value: RichTextValue; preserveWhiteSpace?: boolean }): string;
    };
    /** WordPress's own regular question to its server, and what it hears. */
    heartbeat?: { connectNow(): void };
    hooks?: {
      addAction(hook: string, namespace: string, callback: (data: Record<string, unknown>) => void): void;
      removeAction(hook: string, namespace: string): void;
    };
    apiFetch?(request: { path: string; method?: string; data?: unknown }): Promise<unknown>;
  };
  tinymce?: { get(id: string): TinyMce | null; editors?: TinyMce[] };
  switchEditors?: { wpautop(text: string): string; pre_wpautop(html: string): string };
  wpActiveEditor?: string;
  tagBox?: { flushTags(box: unknown, field: unknown, noFocus?: boolean): void };
  jQuery?: (selector: string) => unknown;
}

export interface TinyMce {
  id: string;
  initialized?: boolean;
  isHidden(): boolean;
  getBody(): HTMLElement;
  getDoc(): Document;
  getContent(): string;
  setContent(html: string): void;
  focus(): void;
  nodeChanged(): void;
  save(): void;
  selection: { getRng(): Range; setRng(range: Range): void };
  undoManager: { add(): unknown; transact(change: () => void): unknown };
  dom: { isEmpty(node: Node): boolean };
  serializer: { serialize(node: Node, options?: object): string };
}

export const page = globalThis as unknown as PageGlobals;
