import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('picklists of the properties of components', () => {
  passesInOrg([
    `public class Sizes extends VisualEditor.DynamicPickList {
      public override VisualEditor.DataRow getDefaultValue() { return new VisualEditor.DataRow('Small', 'S', true); }
      public override VisualEditor.DynamicPickListRows getValues() {
        VisualEditor.DynamicPickListRows rows = new VisualEditor.DynamicPickListRows();
        rows.addRow(getDefaultValue());
        rows.addAllRows(new List<VisualEditor.DataRow>{ new VisualEditor.DataRow('Large', 'L') });
        rows.sort();
        return rows;
      }
    }`,
    `@IsTest class SizesTest {
      @IsTest static void sorted() {
        VisualEditor.DynamicPickListRows rows = new Sizes().getValues();
        Assert.areEqual(2, rows.size());
        Assert.areEqual('Large', rows.get(0).getLabel());
        Assert.areEqual('S', rows.getDataRows()[1].getValue());
        Assert.isTrue(rows.get(1).isSelected() && !rows.get(0).isSelected());
        Assert.isFalse(rows.containsAllRows());
        Assert.isTrue(rows.get(1).compareTo(rows.get(0)) > 0);
      }
    }`,
  ]);
});
