/** Qui dit quoi: each speaker once, with the role the source gives and their quotations in full. */
import type { Block } from '../../article/block.ts';
import type { FactSheet } from '../../facts/fact.ts';
import type { Reading } from '../reading.ts';
import { raised } from '../wording/grammar.ts';
import { type Prose, list } from './prose.ts';

export function whoFloor(quotationIds: readonly string[], sheet: FactSheet, reading: Reading, prose: Prose): Block[] {
  const bySpeaker = new Map<string, { role: string; ids: string[] }>();
  for (const id of quotationIds) {
    const quotation = sheet.quotations.find((candidate) => candidate.id === id);
    const speaker = quotation ? reading.speakerOf(quotation) : null;
    // A fragment of a sentence says nothing on its own.
    if (!quotation || !speaker || !/^\p{Lu}|^\d/u.test(quotation.text)) continue;
    const entry = bySpeaker.get(speaker.name) ?? { role: speaker.role, ids: [] };
    entry.ids.push(id);
    bySpeaker.set(speaker.name, entry);
  }
  const items = [...bySpeaker].map(([name, { role, ids }]) => {
    const said = ids.map((id) => `⟦${id}⟧`);
    return prose.item(`${said.join(' ; ')}.`, `${raised(name)}${role === '' ? '' : `, ${role}`}`);
  });
  return items.length === 0 ? [] : [prose.paragraph(['Chaque déclaration est rendue ici à son auteur.']), ...list(items)];
}
