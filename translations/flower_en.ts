<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_GB">
    <context>
        <name>flower::FoundPage</name>
        <message numerus="yes">
            <source>%n photo(s) can't be used. The first: %1 (%2)</source>
            <translation>
                <numerusform>One photo can't be used: %1 (%2)</numerusform>
                <numerusform>%n photos can't be used. The first: %1 (%2)</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::ResultsPage</name>
        <message numerus="yes">
            <source>%n run(s)</source>
            <translation>
                <numerusform>%n run</numerusform>
                <numerusform>%n runs</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>flower::TrainPage</name>
        <message numerus="yes">
            <source>%n photo(s) can't be read and were left out. The first: %1 (%2)</source>
            <translation>
                <numerusform>One photo can't be read and was left out: %1 (%2)</numerusform>
                <numerusform>%n photos can't be read and were left out. The first: %1 (%2)</numerusform>
            </translation>
        </message>
    </context>
</TS>
