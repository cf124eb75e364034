/** What in a piece of HTML could run, load, navigate or hide: read with a parser, against what the writer may write. */
import { Parser } from 'htmlparser2';

const TAGS = new Set('p h1 h2 h3 h4 h5 h6 ul ol li blockquote cite strong em code a br'.split(' '));
const ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/** One line per thing that has no place in the HTML of a draft; none where all is well. */
export function unsafeIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (!TAGS.has(name)) found.push(`<${name}>`);
      for (const [attribute, value] of Object.entries(attributes)) {
        if (name !== 'a' || attribute !== 'href') found.push(`${name} ${attribute}=${value}`);
        else if (!ADDRESS.test(value)) found.push(`href ${value}`);
      }
    },
    oncomment: (text) => void found.push(`<!--${text}-->`),
    oncdatastart: () => void found.push('<![CDATA['),
    onprocessinginstruction: (name) => void found.push(`<${name}>`),
  });
  parser.write(html);
  parser.end();
  return found;
}
