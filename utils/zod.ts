/**
 * The one zod flavour of the project: `zod/mini`, without code generation, since the extension's content security
 * policy forbids `new Function`. Import `z` from here only, so that `jitless` is set before the first schema is built.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

export { z };
