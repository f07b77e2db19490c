/**
 * The node kinds and fields of a SyntaxTable: dense numbers of our own, so that nothing behind the parser depends on the
 * numbering of one grammar build. Names are tree-sitter-python's node types (node-types.json, 0.25.0).
 */

/** Every node type that the summariser or a fix tells apart. What is not listed is `other`. */
const KIND_NAMES = [
  'other',
  'ERROR',
  'aliased_import',
  'argument_list',
  'as_pattern',
  'as_pattern_target',
  'assert_statement',
  'assignment',
  'async',
  'attribute',
  'augmented_assignment',
  'await',
  'binary_operator',
  'block',
  'boolean_operator',
  'break_statement',
  'call',
  'case_clause',
  'case_pattern',
  'class_definition',
  'class_pattern',
  'comment',
  'comparison_operator',
  'concatenated_string',
  'conditional_expression',
  'continue_statement',
  'decorated_definition',
  'decorator',
  'default_parameter',
  'delete_statement',
  'dictionary',
  'dictionary_comprehension',
  'dictionary_splat',
  'dictionary_splat_pattern',
  'dotted_name',
  'elif_clause',
  'ellipsis',
  'else_clause',
  'except_clause',
  'expression_list',
  'expression_statement',
  'false',
  'finally_clause',
  'float',
  'for_in_clause',
  'for_statement',
  'function_definition',
  'future_import_statement',
  'generator_expression',
  'generic_type',
  'global_statement',
  'identifier',
  'if_clause',
  'if_statement',
  'import_from_statement',
  'import_prefix',
  'import_statement',
  'integer',
  'interpolation',
  'keyword_argument',
  'keyword_pattern',
  'keyword_separator',
  'lambda',
  'lambda_parameters',
  'list',
  'list_comprehension',
  'list_pattern',
  'list_splat',
  'list_splat_pattern',
  'match_statement',
  'member_type',
  'module',
  'named_expression',
  'none',
  'nonlocal_statement',
  'not_operator',
  'pair',
  'parameters',
  'parenthesized_expression',
  'parenthesized_list_splat',
  'pattern_list',
  'positional_separator',
  'raise_statement',
  'relative_import',
  'return_statement',
  'set',
  'set_comprehension',
  'slice',
  'splat_pattern',
  'splat_type',
  'string',
  'string_content',
  'string_start',
  'subscript',
  'true',
  'try_statement',
  'tuple',
  'tuple_pattern',
  'type',
  'type_alias_statement',
  'type_parameter',
  'typed_default_parameter',
  'typed_parameter',
  'unary_operator',
  'union_type',
  'while_statement',
  'wildcard_import',
  'with_clause',
  'with_item',
  'with_statement',
  'yield',
] as const;

/** The fields by which a node names its parts. `none` stands for a child without one. */
const FIELD_NAMES = [
  'none',
  'alias',
  'alternative',
  'argument',
  'arguments',
  'attribute',
  'body',
  'cause',
  'condition',
  'consequence',
  'definition',
  'expression',
  'function',
  'guard',
  'key',
  'left',
  'module_name',
  'name',
  'object',
  'operator',
  'operators',
  'parameters',
  'return_type',
  'right',
  'subject',
  'subscript',
  'superclasses',
  'type',
  'type_parameters',
  'value',
] as const;

export type KindName = (typeof KIND_NAMES)[number];
export type FieldName = (typeof FIELD_NAMES)[number];

function numbered<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.freeze(Object.fromEntries(names.map((name, index) => [name, index]))) as Readonly<Record<Name, number>>;
}

/** Kind name to number. */
export const Kind = numbered(KIND_NAMES);

/** Field name to number. */
export const Field = numbered(FIELD_NAMES);

/** The name of kind `kind`, for printing. */
export function kindName(kind: number): KindName {
  return KIND_NAMES[kind] ?? 'other';
}

/** The name of field `field`, for printing. */
export function fieldName(field: number): FieldName {
  return FIELD_NAMES[field] ?? 'none';
}
