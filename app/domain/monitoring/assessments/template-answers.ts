/** Questions that a template asks at most, and how long one answers. */
export const MOST_QUESTIONS = 30;
export const LONGEST_NOTE = 1_500;

/** What a reader says to a question of a template; IN_WORDS to one that asks for more than yes or no. */
export const ANSWERS = ["YES", "PARTLY", "NO", "UNKNOWN", "IN_WORDS"] as const;

/** An answer to one question of the template with which a campaign was planned; anything but a plain yes says why. */
export type TemplateAnswer = { answer: (typeof ANSWERS)[number]; note: string };

/** The places, from 0, of the questions that two readers answer differently. */
export function differingAnswers(one: readonly TemplateAnswer[], two: readonly TemplateAnswer[]): number[] {
  const asked = Math.max(one.length, two.length);
  return Array.from({ length: asked }, (_, place) => place).filter(
    (place) => one[place]?.answer !== two[place]?.answer,
  );
}
