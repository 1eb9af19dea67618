from lsbuild.cli import main

main()
