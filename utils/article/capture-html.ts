/** A capture with its text as HTML. */
import type { Capture, PageCapture } from './capture.ts';
import { htmlFromBlocks } from './html-writer.ts';

export function withHtml(capture: PageCapture): Capture {
  return { ...capture, html: htmlFromBlocks(capture.blocks) };
}
