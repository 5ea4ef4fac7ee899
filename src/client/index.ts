export { createClient, KoblingError, type AnswerError, type Client, type ClientOptions } from './client.js';
export * from './documents.js';
