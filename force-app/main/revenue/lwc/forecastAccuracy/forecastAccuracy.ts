import { api, LightningElement } from 'lwc';
import getAccuracy from '@salesforce/apex/ForecastController.getAccuracy';
import { monthLabel, wholeText } from 'c/forecastModel';
import { withoutNulls } from 'c/withoutNulls';

interface Accuracy {
  months: { startDate: string; forecast: number; actual: number; error?: number }[];
  meanError?: number;
  meanErrorComputed?: number;
  bias?: number;
}

/** How well a frozen version has foreseen what was recognized since it was taken. */
export default class ForecastAccuracy extends LightningElement {
  accuracy?: Accuracy;
  errors?: unknown;

  private asked?: string;

  @api get versionId(): string | undefined {
    return this.asked;
  }

  set versionId(id: string | undefined) {
    this.asked = id;
    this.reload();
  }

  get isLoading(): boolean {
    return this.accuracy === undefined && this.errors === undefined;
  }

  get isEmpty(): boolean {
    return this.accuracy?.months.length === 0;
  }

  get figures(): { key: string; label: string; text: string; hint: string }[] {
    const { meanError, meanErrorComputed, bias } = this.accuracy!;
    return [
      { key: 'error', label: 'Mean error', text: percent(meanError), hint: 'of the months, too much or too little' },
      {
        key: 'computed',
        label: 'Without overrides',
        text: percent(meanErrorComputed),
        hint: 'mean error of what was computed',
      },
      { key: 'bias', label: 'Bias', text: signed(bias), hint: biasHint(bias) },
    ];
  }

  get rows(): { key: string; month: string; forecast: string; actual: string; error: string }[] {
    return this.accuracy!.months.map(({ startDate, forecast, actual, error }) => ({
      key: startDate,
      month: monthLabel(startDate),
      forecast: wholeText(forecast * 100),
      actual: wholeText(actual * 100),
      error: signed(error),
    }));
  }

  async reload(): Promise<void> {
    this.accuracy = undefined;
    this.errors = undefined;
    try {
      this.accuracy = withoutNulls(await getAccuracy<Accuracy>({ versionId: this.asked }));
    } catch (error) {
      this.errors = error;
    }
  }
}

function percent(value: number | undefined): string {
  return value === undefined ? '–' : `${value.toFixed(1)} %`;
}

function signed(value: number | undefined): string {
  return value !== undefined && value > 0 ? `+${percent(value)}` : percent(value);
}

function biasHint(bias: number | undefined): string {
  if (bias === undefined || bias === 0) return 'neither too much nor too little';
  return bias > 0 ? 'more was expected than came' : 'less was expected than came';
}
