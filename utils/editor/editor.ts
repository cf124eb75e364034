/** What every editor can do, whichever it is. Per editor one file reads and one writes: they are injected apart. */
import type { Block } from '../article/block.ts';
import type { EditorKind, PlaceHandle, PostFields, Scope } from '../article/capture.ts';
import type { EditorAnswer, FieldName, FieldOutcome, FieldValues, InsertMode } from './editor-protocol.ts';

export type FailureCode = Extract<EditorAnswer, { kind: 'failed' }>['code'];
export type CoreField = 'title' | 'slug' | 'excerpt' | 'tags';
export type CoreFields = Pick<PostFields, CoreField>;

export interface PostInfo {
  postId: number;
  postType: string;
  status: string;
  title: string;
}

export interface CapturedPlace {
  scope: Scope;
  blocks: Block[];
  handle: PlaceHandle;
  fingerprint: string;
}

export interface Insertion {
  handle: PlaceHandle;
  fingerprint: string;
  mode: InsertMode;
  force: boolean;
  blocks: Block[];
  fields: FieldValues;
  /** Registered meta that must go in the same edit as the body, so that one undo takes both back. */
  meta: Record<string, string>;
}

export interface Written {
  /** The text was found again in the editor's model. */
  verified: boolean;
  bodyUndo: 'editor' | 'restore';
  /** The whole body right after, as the editor serialises it. */
  content: string;
  fields: FieldOutcome[];
}

interface AnyEditor {
  kind: EditorKind;
  post(): PostInfo;
  fields(): Promise<CoreFields>;
}

export interface EditorReader extends AnyEditor {
  /** null where there is nothing to rewrite. */
  capture(): CapturedPlace | null;
  reveal(): void;
}

export interface EditorWriter extends AnyEditor {
  /** The editor's own serialisation of the whole body. */
  content(): string;
  /** Throws `EditorFailure` before anything is written. */
  apply(insertion: Insertion): Promise<Written>;
  restore(content: string, fields: FieldValues, meta: Record<string, string>): Promise<FieldOutcome[]>;
  /** `content` as this editor would serialise it today, to compare with `content()`. */
  normalised(content: string): string;
}

/** Told to the background as a `failed` answer. */
export class EditorFailure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, detail = '') {
    super(detail || code);
    this.code = code;
  }
}

export const CORE_FIELDS: readonly CoreField[] = ['title', 'slug', 'excerpt', 'tags'];

/**
 * What became of each asked field, by reading it back.
 * @param undo whose undo reaches a field
 */
export function outcomes<Name extends FieldName>(
  asked: FieldValues,
  now: Partial<PostFields>,
  names: readonly Name[],
  undo: (field: Name) => FieldOutcome['undo'],
): FieldOutcome[] {
  return names.flatMap((field): FieldOutcome[] => {
    const wanted = asked[field];
    if (wanted === undefined) return [];
    const held = now[field];
    if (held === null || held === undefined) return [{ field, outcome: 'unavailable', undo: 'none' }];
    // Tags are found whatever their case, and SEOPress answers its keywords in lower case.
    const plain = (value: string | string[]) =>
      typeof value === 'string' && field !== 'keyphrase'
        ? value
        : [value]
            .flat()
            .map((one) => one.toLocaleLowerCase())
            .sort()
            .join();
    return [{ field, outcome: plain(wanted) === plain(held) ? 'written' : 'differs', undo: undo(field) }];
  });
}
