import { test } from 'node:test';
import { passesInOrg } from '../test-support/run-in-org.ts';

test('invocable methods called by name', () => {
  passesInOrg([
    `public class Doubler {
      public class Input { @InvocableVariable public Integer value; }
      public class Output { @InvocableVariable public Integer result; }
      @InvocableMethod(label='Double')
      public static List<Output> run(List<Input> inputs) {
        List<Output> outputs = new List<Output>();
        for (Input input : inputs) {
          if (input.value < 0) throw new IllegalArgumentException('negative');
          Output output = new Output();
          output.result = input.value * 2;
          outputs.add(output);
        }
        return outputs;
      }
    }`,
    `@IsTest class DoublerTest {
      @IsTest static void calls() {
        Invocable.Action action = Invocable.Action.createCustomAction('apex', 'Doubler');
        action.setInvocationParameter('value', 2);
        action.addInvocation().setInvocationParameter('value', 5);
        List<Invocable.Action.Result> results = action.invoke();
        Assert.areEqual(2, results.size());
        Assert.isTrue(results[1].isSuccess());
        Assert.areEqual(10, results[1].getOutputParameters().get('result'));
        Assert.areEqual(2, results[0].getInvocationParameters().get('value'));
      }
      @IsTest static void fails() {
        Invocable.Action action = Invocable.Action.createCustomAction('apex', 'Doubler');
        Invocable.Action.Result result = action.setInvocationParameter('value', -1).invoke()[0];
        Assert.isFalse(result.isSuccess());
        Assert.isTrue(result.getErrors()[0].getMessage().contains('negative'));
      }
    }`,
  ]);
});
