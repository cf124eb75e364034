import { describe, expect, it } from 'vitest';
import { type Standing, standingOf } from '../../../utils/rewrite/floor/known.ts';

const CASES: [plain: string, standing: Standing | null][] = [
  ['Le rectorat dément tout redéploiement.', 'denied'],
  ['Le ministre a exclu tout report.', 'denied'],
  ['La coopérative rejette toute responsabilité.', 'denied'],
  ['Le président n’exclut pas une hausse de la taxe.', null],
  ['La direction n’a pas démenti.', null],
  ['Le maire ne conteste pas les faits.', null],
  ['Le syndicat ne l’a jamais nié, mais dément toute violence.', 'denied'],
  ['En octobre, la direction avait démenti tout projet de fermeture.', null],
  ['Cet amendement a été rejeté.', null],
  ['Le tribunal a rejeté la requête.', null],
  ['Le joueur a été exclu à la 60e minute.', null],
  ['Une voyageuse espérait rejoindre Porto.', null],
  ['Le projet serait reporté.', 'conditional'],
  ['L’intéressé n’a ni confirmé ni infirmé.', 'silent'],
  ['La mairie n’a pas souhaité répondre.', 'silent'],
];

describe('where a fact stands', () => {
  it.each(CASES)('%s → %s', (plain, standing) => {
    expect(standingOf({ plain })).toBe(standing);
  });
});
