// The program's door: reads the command line and runs one command.
int main() { return 0; }
