"""程序: the only door that changes a running matter.

`actions.take_step` performs what a step table of `duly.law.mechanism` says may happen;
what it needs stands in packages named after it: `facts` (what the rules are told),
`effects` (what a step changes), `blanks` (what its papers print).
"""
