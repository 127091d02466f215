import { LightningElement } from 'lwc';

export default class CompassUtility extends LightningElement {}
