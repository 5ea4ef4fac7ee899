import { createConnectionType } from '../shared/connections.js';
import { Obligation } from './obligation.entity.js';
import { Provision } from './provision.entity.js';

export const ProvisionConnection = createConnectionType('Provision', () => Provision);
export const ObligationConnection = createConnectionType('Obligation', () => Obligation);
