import { LightningElement } from 'lwc';
import welcome from '@salesforce/label/c.Welcome';
import compass from '@salesforce/resourceUrl/compass';
import userId from '@salesforce/user/Id';

export default class Greeting extends LightningElement {
  welcome = welcome;
  compass = compass;
  userId = userId;
}
