import type { KeyValueCache } from '@apollo/utils.keyvaluecache';
