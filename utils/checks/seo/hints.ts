/**
 * Assessments to show as a hint, without a light: in French, most of what `passiveVoice` finds is no passive (1 of 5 on a
 * real dispatch: « sommes déterminés », « était ouverte »).
 */
export const HINTS: ReadonlySet<string> = new Set(['passiveVoice']);
