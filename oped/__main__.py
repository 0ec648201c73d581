"""`python -m oped` is the command `oped`."""

from oped.cli import main

if __name__ == "__main__":
    main()
