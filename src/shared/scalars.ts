import { GraphQLDate, GraphQLDateTime, GraphQLDuration, GraphQLURL } from 'graphql-scalars';

/** Scalars come from graphql-scalars; only their names are ours to keep stable. */
export const DateScalar = GraphQLDate;
export const DateTimeScalar = GraphQLDateTime;
export const DurationScalar = GraphQLDuration;
export const UrlScalar = GraphQLURL;
