/**
 * Marks a query whose arguments say something of the caller: what it has in place, who it is, when it had an
 * incident, what stands in its register. Its answer is never kept for a repeat, here or in a cache in front.
 */
export const ABOUT_CALLER = { aboutCaller: true } as const;
