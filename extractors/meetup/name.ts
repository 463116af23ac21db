/** A person's name in running text, for patterns: two to five words, each with a capital, an initial, or a particle. */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}'’-]{1,24}|\p{Lu}\.)`;
const PARTICLE = '(?:van|von|der|den|de|da|di|dos|le|la|el|bin)';
export const NAME = String.raw`(?:(?:[Pp]rof|[Dd]r)\.\s){0,2}${WORD}(?:\s${PARTICLE}){0,2}(?:\s${WORD}){1,3}`;
