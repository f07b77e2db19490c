/**
 * Which names a piece of code gives a value, and which it may read before: from syntax alone, following Python's structured flow.
 * It errs to more reads and to fewer values, so that what it calls certain is.
 */
import { Kind } from '../../syntax/kinds.ts';
import { childIn, childrenOf, is, kindOf, type Node, type SyntaxTable, textOf } from '../../syntax/table.ts';
import { isJump, namesIn, targetNames } from './targets.ts';

/** Follows the flow from statement to statement. */
export class NameFlow {
  readonly #table: SyntaxTable;
  /** The names that got a value anywhere in the code that was followed. */
  readonly bound = new Set<string>();
  /** The names that it may have read before they got one. */
  readonly exposed = new Set<string>();
  /** The names that have a value for certain where the flow has come to. */
  certain: Set<string>;
  /** Control does not get to where the flow has come to: behind `return`, `raise`, `break`, `continue`. */
  leaves = false;
  /** The names that an `except … as name` has taken away since the loop around began. */
  #unbound = new Set<string>();

  constructor(table: SyntaxTable, certain: Iterable<string> = []) {
    this.#table = table;
    this.certain = new Set(certain);
  }

  follow(node: Node): void {
    const table = this.#table;
    switch (kindOf(table, node)) {
      case Kind.identifier:
        this.#read(textOf(table, node));
        break;
      case Kind.attribute:
        this.follow(childIn(table, node, 'object'));
        break;
      case Kind.keyword_argument:
        this.follow(childIn(table, node, 'value'));
        break;
      case Kind.assignment:
        this.#assign(childIn(table, node, 'left'), childIn(table, node, 'right'));
        break;
      case Kind.augmented_assignment:
        this.#all([childIn(table, node, 'left')]);
        this.#assign(childIn(table, node, 'left'), childIn(table, node, 'right'));
        break;
      case Kind.named_expression:
        this.#assign(childIn(table, node, 'name'), childIn(table, node, 'value'));
        break;
      case Kind.boolean_operator:
        this.#first(childrenOf(table, node));
        break;
      case Kind.conditional_expression: {
        const [value = node, condition = node, other = node] = childrenOf(table, node);
        this.#first([condition, value, other]);
        break;
      }
      case Kind.if_statement:
        this.#if(node);
        break;
      case Kind.for_statement:
        this.#for(node);
        break;
      case Kind.while_statement:
        this.follow(childIn(table, node, 'condition'));
        this.#maybe(() => this.follow(childIn(table, node, 'body')), childIn(table, node, 'alternative'));
        break;
      case Kind.try_statement:
        this.#try(node);
        break;
      case Kind.return_statement:
      case Kind.raise_statement:
        this.#all(childrenOf(table, node));
        this.leaves = true;
        break;
      case Kind.import_statement:
      case Kind.import_from_statement:
      case Kind.future_import_statement:
        this.#bind(targetNames(table, node));
        break;
      case Kind.type:
        break;
      case Kind.lambda:
      case Kind.function_definition:
      case Kind.class_definition:
      case Kind.list_comprehension:
      case Kind.set_comprehension:
      case Kind.dictionary_comprehension:
      case Kind.generator_expression:
        this.#nested(node);
        break;
      case Kind.as_pattern:
        this.#all(childrenOf(table, node).filter((child) => !is(table, child, 'as_pattern_target')));
        this.#bind(targetNames(table, childIn(table, node, 'alias')));
        break;
      default:
        if (isJump(table, node)) this.leaves = true;
        this.#all(childrenOf(table, node));
        break;
    }
  }

  /** Into the body of a `for`. */
  enterLoop(statement: Node): void {
    this.follow(childIn(this.#table, statement, 'right'));
    this.#assignTo(childIn(this.#table, statement, 'left'));
  }

  #read(name: string): void {
    if (!this.certain.has(name)) this.exposed.add(name);
  }

  #bind(names: readonly string[]): void {
    for (const name of names) {
      this.bound.add(name);
      this.certain.add(name);
    }
  }

  #assign(target: Node, value: Node): void {
    if (value >= 0) this.follow(value);
    if (value >= 0) this.#assignTo(target);
  }

  /** What stands in the target is read (`a[i]`), or bound. */
  #assignTo(target: Node): void {
    const names = targetNames(this.#table, target);
    for (const name of namesIn(this.#table, target)) if (!names.includes(name)) this.#read(name);
    this.#bind(names);
  }

  #all(nodes: readonly Node[]): void {
    for (const node of nodes) this.follow(node);
  }

  /** The first of `nodes` is evaluated for certain, the others perhaps. */
  #first([first, ...others]: readonly Node[]): void {
    if (first !== undefined) this.follow(first);
    for (const other of others) this.#branch(() => this.follow(other));
  }

  /** The names that are certain, and whether control has left, behind `run`; here nothing has changed. */
  #branch(run: () => void): { readonly certain: ReadonlySet<string>; readonly leaves: boolean } {
    const [certain, leaves] = [this.certain, this.leaves];
    this.certain = new Set(certain);
    run();
    const end = { certain: this.certain, leaves: this.leaves };
    [this.certain, this.leaves] = [certain, leaves];
    return end;
  }

  /** Control comes here from any of `ends`. */
  #join(ends: readonly { readonly certain: ReadonlySet<string>; readonly leaves: boolean }[]): void {
    const alive = ends.filter(({ leaves }) => !leaves);
    const [first, ...others] = alive.length > 0 ? alive : ends;
    if (first === undefined) return;
    this.certain = new Set([...first.certain].filter((name) => others.every(({ certain }) => certain.has(name))));
    this.leaves ||= alive.length === 0;
  }

  #for(node: Node): void {
    const table = this.#table;
    // What it iterates is read for certain, and once.
    this.follow(childIn(table, node, 'right'));
    this.#maybe(
      () => {
        this.#assignTo(childIn(table, node, 'left'));
        this.follow(childIn(table, node, 'body'));
      },
      childIn(table, node, 'alternative'),
    );
  }

  /** A loop's body, which may run or not, and its `else`. */
  #maybe(run: () => void, otherwise: Node): void {
    const outside = this.#unbound;
    this.#unbound = new Set();
    this.#branch(run);
    if (otherwise >= 0) this.#branch(() => this.follow(otherwise));
    for (const name of this.#unbound) {
      this.certain.delete(name);
      outside.add(name);
    }
    this.#unbound = outside;
  }

  #if(node: Node): void {
    const table = this.#table;
    this.follow(childIn(table, node, 'condition'));
    const ends = [this.#branch(() => this.follow(childIn(table, node, 'consequence')))];
    for (const clause of childrenOf(table, node)) {
      if (is(table, clause, 'elif_clause')) {
        this.follow(childIn(table, clause, 'condition'));
        ends.push(this.#branch(() => this.follow(childIn(table, clause, 'consequence'))));
      }
      if (is(table, clause, 'else_clause')) {
        ends.push(this.#branch(() => this.#all(childrenOf(table, clause))));
        this.#join(ends);
        return;
      }
    }
    this.#join([...ends, this.#branch(() => undefined)]);
  }

  #try(node: Node): void {
    const table = this.#table;
    const parts = childrenOf(table, node);
    const of = (kind: 'except_clause' | 'else_clause' | 'finally_clause') =>
      parts.filter((part) => is(table, part, kind));
    const follows = (part: Node) => this.#all(childrenOf(table, part));
    const body = this.#branch(() => {
      this.follow(childIn(table, node, 'body'));
      of('else_clause').forEach(follows);
    });
    const handlers = of('except_clause').map((clause) => this.#branch(() => follows(clause)));
    const last = of('finally_clause').map((clause) => this.#branch(() => follows(clause)));
    this.#join([body, ...handlers]);
    for (const { certain, leaves } of last) {
      for (const name of certain) this.certain.add(name);
      this.leaves ||= leaves;
    }
    // `except E as e` takes the name away in the end.
    for (const clause of of('except_clause')) {
      for (const name of targetNames(table, childIn(table, clause, 'value'))) {
        this.certain.delete(name);
        this.#unbound.add(name);
      }
    }
  }

  /** Code with names of its own: what it reads of others may be read here and now. */
  #nested(node: Node): void {
    const table = this.#table;
    const own = new Set(targetNames(table, node));
    const isDefinition = is(table, node, 'function_definition') || is(table, node, 'class_definition');
    const name = isDefinition ? textOf(table, childIn(table, node, 'name')) : null;
    for (const read of namesIn(table, node)) if (!own.has(read) && read !== name) this.#read(read);
    if (name !== null) this.#bind([name]);
    else this.#bindWalrus(node);
  }

  /** `[y := f(x) for x in z]` binds y here, if there is any x. */
  #bindWalrus(node: Node): void {
    const table = this.#table;
    if (is(table, node, 'lambda')) return;
    for (let at = node + 1; at < (table.next[node] ?? 0); at++) {
      if (is(table, at, 'named_expression')) this.bound.add(textOf(table, childIn(table, at, 'name')));
    }
  }
}
