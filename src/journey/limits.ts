/** Most of what is kept beside the documents. */
export const keptLimits = {
  /** Of a workspace. */ imageBytes: 1024 ** 3,
  templates: 200,
  /** Of a journey. */ namedVersions: 200,
  comments: 5_000,
  shares: 100,
  /** That a file names. */ personas: 200,
} as const;

/** Most of each that a document may hold by adding; merged edits of several people may go over. */
export const limits = {
  stages: 60,
  steps: 200,
  lanes: 60,
  cards: 10_000,
  placements: 2_000,
  links: 500,
  emotions: 2_000,
  personas: 5,
  name: 200,
  text: 4_000,
  evidence: 2_000,
  /** In one request, or one paste of somebody who only adds cards. */ cardsAtOnce: 100,
  /** Tags, or personas, of a card. */ labels: 20,
  label: 60,
} as const;
