def twice(function):
    def run():
        function()
        function()

    return run
