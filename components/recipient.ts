/** Who receives the text, in words. */
import { t } from '../utils/i18n.ts';

const RECIPIENTS = [
  'openai',
  'mistral',
  'openrouter',
  'groq',
  'gemini',
  'deepseek',
  'ollama',
  'lmstudio',
  'llamacpp',
  'custom',
] as const;

/** « Mistral AI (France) », « Ollama, à l’adresse http://localhost:11434 ». */
export function recipientOf(provider: { id: string; origin: string }): string {
  return t(`recipient_${RECIPIENTS.find((id) => id === provider.id) ?? 'custom'}`, provider.origin);
}
