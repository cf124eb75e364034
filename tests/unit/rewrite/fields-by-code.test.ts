import { describe, expect, it } from 'vitest';
import type { FloorFields } from '../../../utils/rewrite/floor-fields.ts';
import { cutFacts } from '../../../utils/facts/cut-facts.ts';
import { composeFields } from '../../../utils/rewrite/floor-fields.ts';
import { suggestKeyphrases } from '../../../utils/rewrite/keyphrase.ts';
import { DEFAULT_OPTIONS } from '../../../utils/rewrite/options.ts';
import { articleFrom } from '../../support/labelled-articles.ts';

function fieldsOf(html: string): FloorFields {
  const source = articleFrom(html);
  const sheet = cutFacts(source);
  const plan = { title: '', keyphrase: suggestKeyphrases(sheet, '')[0] ?? '', sections: [], thin: false };
  return composeFields(sheet, source, plan, DEFAULT_OPTIONS);
}

describe('fields by code tell the lead', () => {
  const reform = fieldsOf(
    '<p>Sauvigny, 6 octobre – La ministre des Sports, Aline Corbet, a présenté lundi une rénovation des piscines municipales dotée de 320 millions d’euros sur cinq ans, qui prévoit notamment d’ouvrir des bassins couverts dans 41 départements.</p>' +
      '<p>La prime des maîtres-nageurs passera de 12 à 18 euros. Le décret sera examiné le 4 novembre par le conseil.</p>' +
      '<p>« La découverte de fissures a tout changé », a dit Paul Astier. Aline Corbet a salué « le courage des équipes de nuit ».</p>',
  );

  it('in the title, not a later fact', () => {
    expect(reform.title).toBe('Aline Corbet présente une rénovation des piscines municipales');
  });

  it('in the description, with the keyphrase', () => {
    expect(reform.fields.metaDescription).toMatch(
      /présenté lundi une rénovation des piscines municipales dotée de 320 millions/u,
    );
  });

  it('without the dateline', () => {
    expect(reform.fields.excerpt).not.toMatch(/Sauvigny|6 octobre/u);
  });

  it('in tags that are no pieces of a quotation', () => {
    expect(reform.fields.tags).toContain('Aline Corbet');
    expect(reform.fields.tags.join(' | ')).not.toMatch(/fissures|courage|équipes/u);
  });

  it('or name the subject alone where the lead gives no title, and never promise forms', () => {
    const { title, fields } = fieldsOf(
      '<p>« On vit ici comme au bout du monde. »</p><p>Elle le répète chaque matin depuis la fermeture du pont de Sauvigny.</p>' +
        '<p>Le pont de Sauvigny était le seul chemin. Une enquête est en cours.</p>',
    );
    expect(title).toBe('Pont de Sauvigny : ce que l’on sait');
    expect(fields.metaDescription).not.toMatch(/déclarations|réactions|chiffres|dates/iu);
  });

  it('in a description whose second sentence is never cut before what its verb needs', () => {
    const { fields } = fieldsOf(
      '<p>Trente des 112 trains prévus mardi à la gare centrale de Sauvigny ont été annulés, selon la direction de celle-ci.</p>' +
        '<p>Quelque 14 600 voyageurs devaient transiter par la grande gare centrale de Sauvigny et par celle de Vernas, plus au nord.</p>',
    );
    expect(fields.metaDescription).toMatch(
      /^Trente des 112 trains prévus à la gare centrale de Sauvigny ont été annulés, selon la direction\./u,
    );
    expect(fields.metaDescription).not.toMatch(/transiter\./u);
  });

  it('with who says it, where the paper does not', () => {
    const { title, fields } = fieldsOf(
      '<p>La consommation de boissons sucrées est associée à une hausse de 14 % du risque de caries dentaires, selon une étude nationale publiée mardi dans la revue Tables.</p>' +
        '<p>Les chercheurs ont recensé 5 830 caries. Le risque de caries dentaires augmente avec l’âge.</p>',
    );
    expect(title).toMatch(/^Risque de caries dentaires : ce que dit une étude/u);
    expect(fields.metaDescription).toMatch(/selon une étude nationale/u);
  });
});
