# The program runs without its tests.
import sympy

sympy.init_printing()
