import { GraphQLDate, GraphQLDuration, GraphQLURL } from 'graphql-scalars';

/** Scalars come from graphql-scalars; only their names are ours to keep stable. */
export const DateScalar = GraphQLDate;
export const DurationScalar = GraphQLDuration;
export const UrlScalar = GraphQLURL;
