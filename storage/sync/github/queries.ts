/** The newest commit. */
export const HEAD = `query Head($owner: String!, $name: String!) {
  repository(owner: $owner, name: $name) { defaultBranchRef { name target { oid } } }
}`;

/** One commit with everything in it, on top of the one that is named, or none. */
export const COMMIT = `mutation Commit($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`;

/** Which of some files are there, and the newest commit. */
export function existingQuery(count: number): string {
  const numbers = Array.from({ length: count }, (_, at) => at);
  return `query Existing($owner: String!, $name: String!, ${numbers.map((at) => `$p${at}: String!`).join(', ')}) {
  repository(owner: $owner, name: $name) {
    defaultBranchRef { name target { oid } }
    ${numbers.map((at) => `f${at}: object(expression: $p${at}) { oid }`).join('\n    ')}
  }
}`;
}
