/** Posts that may not be written to: held by a colleague, not the user's to edit, or after the session has ended. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EditorAnswer } from '../../utils/editor/editor-protocol.ts';
import { command } from '../support/editor-script.ts';
import { launchBrowser, type OpenBrowser } from '../support/extension-browser.ts';
import { flowEditor, type FlowEditorKind } from '../support/flow-editors.ts';
import { startWordPress, type WordPressSite } from '../support/wordpress.ts';

let site: WordPressSite;
let app: OpenBrowser;

beforeAll(async () => {
  [site, app] = await Promise.all([startWordPress(), launchBrowser()]);
});
afterAll(async () => {
  await Promise.all([app?.close(), site?.close()]);
});

describe.each<FlowEditorKind>(['block', 'classic-visual', 'classic-text'])('in the %s editor', (kind) => {
  const editor = flowEditor(kind);
  let page: Page;
  let id: number;
  const guard = (postId = id): Promise<EditorAnswer> => command(page, { kind: 'guard', postId });

  beforeEach(async () => {
    page = await app.browser.newPage();
    page.on('dialog', (dialog) => void dialog.accept());
    id = await site.createPost({ title: 'Avant', content: editor.content(['Un.', 'Deux.']), editor: kind });
    await editor.open(page, site, id);
  });
  afterEach(() => page.close());

  test('a post of one’s own is clear; another post than was read is told', async () => {
    expect(await guard()).toEqual({ kind: 'clear' });
    expect(await guard(id + 1000)).toMatchObject({ kind: 'failed', code: 'page_reloaded' });
  });

  test('a colleague who has taken the post meanwhile is named', async () => {
    await site.lockPost(id, 'Anne Dupont');
    expect(await guard()).toEqual({ kind: 'failed', code: 'post_locked', detail: 'Anne Dupont' });
    // Then WordPress shows it too, and says no more of it by its heartbeat.
    expect(await guard()).toMatchObject({ kind: 'failed', code: 'post_locked' });
  });

  test('a post that was a colleague’s before it was opened is theirs', async () => {
    await site.lockPost(id, 'Anne Dupont');
    await editor.open(page, site, id);
    expect(await guard()).toMatchObject({ kind: 'failed', code: 'post_locked' });
  });

  test('who may edit the post no more is told so', async () => {
    await site.setRole('subscriber');
    try {
      expect(await guard()).toMatchObject({ kind: 'failed', code: 'read_only' });
    } finally {
      await site.setRole('administrator');
    }
  });

  test('who is signed out is told so, and is clear again after signing in', async () => {
    const cookies = await app.browser.cookies();
    await app.browser.deleteCookie(...cookies);
    await app.browser.setCookie({ name: 'test_signed_out', value: '1', domain: 'localhost', path: '/' });
    try {
      expect(await guard()).toMatchObject({ kind: 'failed', code: 'session_expired' });
    } finally {
      await app.browser.deleteCookie(...(await app.browser.cookies()));
      await app.browser.setCookie(...cookies);
    }
    await editor.open(page, site, id);
    expect(await guard()).toEqual({ kind: 'clear' });
  });
});
