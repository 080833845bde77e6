/** What can be measured on a case. */
export const WORKS = ["iteration", "convergence", "fit", "elbow", "analysis", "optimum"] as const;

export type Work = (typeof WORKS)[number];

/** The last k of a sweep. */
export const K_MAX = 10;

/** Iterations that the two fits of an iteration's measurement are apart. */
export const SPAN = 20;

/** What each side does, in a sentence or two. */
export const explained: Readonly<Record<Work, string>> = {
  iteration:
    `One iteration of Lloyd: from the same first centroids at tolerance 0, ${1 + SPAN} iterations less 1, over ${SPAN} (fewer ` +
    "where it is said). Labels after 3 iterations and the inertia after the last are checked first.",
  convergence:
    "From the same first centroids until nothing moves any more, tolerance 0, at most 300 iterations; loading, checks and " +
    "the last assignment included. The inertia is checked.",
  fit:
    "What users get for k: each contender's own defaults, its own seeding and number of starts, with a seed for each round. " +
    "scikit-learn: KMeans(k, n_init=10). kentro: kmeans(points, { k }). The others start once.",
  elbow:
    `What users get for k from 1 to ${K_MAX}. kentro: elbow(points, { silhouette: false }), which also measures the curve against ` +
    "reference sets. scikit-learn: KMeans(k, n_init=10) for each k; the others: a fit for each k.",
  analysis: `The same sweep with silhouettes and the verdict on k: kentro's elbow(points), in a process that is warm.`,
  optimum:
    "How near to the best inertia known: a default fit for each of 20 seeds. scikit-learn: KMeans(k, n_init=10), or 100 " +
    "where it is said.",
};
