/** The main job in one editor: written, inserted, undone; cancelled; refused by the provider. */
import { expect, test } from 'vitest';
import { click, errorOf, stateOf, textOf, until, untilState, valueOf, wordsOf } from './extension-view.ts';
import { insertDraft, previewLines, startRewrite } from './flow-steps.ts';
import { AFTER, BEFORE, LAST, PARAGRAPHS, type FlowWorld, plainText, slow, streaming } from './flow-world.ts';

export function mainFlow(world: FlowWorld): void {
  const { editor } = world;

  test('rewrites the selected paragraphs as they stream in, puts them exactly there, and one undo takes them back', async () => {
    const { page } = await world.openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const before = { body: await editor.read(page), fields: await editor.readFields(page) };
    world.model.answerWith(streaming());

    const popup = await world.openPopup(page);
    expect(await untilState(popup, 'idle')).toBe('idle');
    expect(
      await until(
        () => textOf(popup, 'start'),
        5000,
        () => '« Réécrire »',
      ),
    ).not.toBe('');
    const asked = world.model.requests.length;
    await startRewrite(popup);
    await untilState(popup, 'writing');
    expect(world.model.requests.length).toBeGreaterThan(asked);

    const seen = new Set<string>();
    await until(async () => {
      seen.add((await previewLines(popup)).join('\n'));
      return (await stateOf(popup)) === 'ready';
    }, 90_000);
    expect(seen.size).toBeGreaterThan(5);
    expect(await wordsOf(popup)).toBeGreaterThanOrEqual(700);
    const lines = await previewLines(popup);

    await insertDraft(popup);
    const after = await editor.read(page);
    const plain = plainText(after);
    expect(plain.startsWith(BEFORE)).toBe(true);
    expect(plain.endsWith(AFTER)).toBe(true);
    expect(plain).toBe([BEFORE, ...lines, AFTER].join('\n'));
    expect(after).toMatch(editor.heading);
    expect(after).not.toMatch(editor.foreign);
    const fieldsAfter = await editor.readFields(page);
    await popup.close();

    await editor.undo(page);
    await until(
      async () => (await editor.read(page)) === before.body,
      10_000,
      async () => `text of before; it is ${await editor.read(page)}`,
    );
    expect(await editor.readFields(page)).toEqual(editor.undoReachesFields ? before.fields : fieldsAfter);
    await page.close();
  });

  test('replaces a range inside one paragraph and nothing around it', async () => {
    const { page } = await world.openPost();
    const [from, to] = [20, 140];
    const text = plainText(PARAGRAPHS[1] ?? '');
    await editor.selectRange(page, 1, from, to);
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'ready');
    const lines = await previewLines(popup);
    await insertDraft(popup);
    const flat = (value: string) => value.replace(/\s+/gu, '');
    const rest = PARAGRAPHS.slice(2).map(plainText);
    expect(flat(plainText(await editor.read(page)))).toBe(
      flat([BEFORE, text.slice(0, from), ...lines, text.slice(to), ...rest].join('')),
    );
    await popup.close();
    await page.close();
  });
}

/** What leaves the post, or a part of it, as it was. */
export function sparingFlow(world: FlowWorld): void {
  const { editor } = world;

  test('keeps the text written so far when it is cancelled, and asks for no more', async () => {
    const { page } = await world.openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const before = await editor.read(page);
    world.model.answerWith(slow());
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'writing');
    await until(async () => (await previewLines(popup)).length > 2);
    await click(popup, 'cancel');
    await untilState(popup, 'cancelled');
    expect((await previewLines(popup)).length).toBeGreaterThan(2);
    await until(
      async () => world.model.requests.every((request) => request.over),
      5000,
      () => 'end of every request',
    );
    const asked = world.model.requests.length;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(world.model.requests.length).toBe(asked);
    expect(await editor.read(page)).toBe(before);
    await popup.close();
    await page.close();
  });

  test('says that the key is refused, and changes nothing', async () => {
    const { page } = await world.openPost();
    await editor.selectParagraphs(page, 1, LAST - 1);
    const before = await editor.read(page);
    world.model.answerWith(() => ({
      status: 401,
      body: { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } },
    }));
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'failed');
    expect(await errorOf(popup)).toBe('bad_key');
    expect(await editor.read(page)).toBe(before);
    await popup.close();
    await page.close();
  });

  test('does not change the address of a published post by itself', async () => {
    // One site for the three editors: WordPress would give a second post of this address another one.
    const slug = `adresse-publique-${editor.kind}`;
    const { page } = await world.openPost({ status: 'publish', slug });
    await editor.selectNothing(page);
    const popup = await world.openPopup(page);
    await untilState(popup, 'idle');
    await startRewrite(popup);
    await untilState(popup, 'ready');
    expect(await valueOf(popup, 'accept-slug')).toBe('false');
    expect(await valueOf(popup, 'accept-title')).toBe('true');
    await insertDraft(popup);
    expect((await editor.readFields(page)).slug).toBe(slug);
    await popup.close();
    await page.close();
  });
}
