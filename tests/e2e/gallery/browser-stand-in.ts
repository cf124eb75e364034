/** What the components ask of the browser, on a plain page: the texts. */
import french from '../../../public/_locales/fr/messages.json' with { type: 'json' };

const texts: Record<string, { message: string }> = french;

export const browser = {
  i18n: {
    getMessage: (key: string, values: string[] = []) =>
      (texts[key]?.message ?? '').replace(/\$(\d)/g, (_, n: string) => values[Number(n) - 1] ?? ''),
  },
};
